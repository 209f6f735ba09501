package ca.vitaravox.ports.access;

import java.util.List;

/** Driving port: what users do to their own access. Thread-safe. */
public interface OwnAccess {
    /** Changes the password and ends the other sessions. */
    Change changePassword(LiveSession session, Password current, Password next);

    /** Makes a secret for a second factor, which counts once it is confirmed. Nothing is kept. */
    Begun beginSecondFactor(LiveSession session, Password current);

    /** Makes it the second factor, if the code is right, and ends the other sessions. */
    Confirmed confirmSecondFactor(LiveSession session, String enrolment, String code);

    /** How a change of password ended. */
    sealed interface Change {
        /** Changed. */
        record Changed() implements Change {}

        /** The current password is wrong, or was wrong too often. */
        record WrongPassword() implements Change {}

        /** The new password is too weak. */
        record Weak(PasswordWeakness why) implements Change {}
    }

    /** How the beginning of a second factor ended. */
    sealed interface Begun {
        /**
         * The secret, in Base32.
         *
         * @param secret to be shown to the user once
         * @param enrolment the same sealed, to come back with the code, from the same session, within 10 minutes
         */
        record Secret(String secret, String enrolment) implements Begun {
            @Override
            public String toString() {
                return "Secret[hidden]";
            }
        }

        /** The password is wrong, or was wrong too often. */
        record WrongPassword() implements Begun {}
    }

    /** How the setting-up of a second factor ended. */
    sealed interface Confirmed {
        /**
         * Set up.
         *
         * @param codes to be shown to the user once; each opens once in place of a code
         */
        record RecoveryCodes(List<String> codes) implements Confirmed {
            @Override
            public String toString() {
                return "RecoveryCodes[hidden]";
            }
        }

        /** The code is not one of the secret. */
        record WrongCode() implements Confirmed {}

        /** The enrolment is another session's, too old, or none. */
        record WrongEnrolment() implements Confirmed {}
    }
}
