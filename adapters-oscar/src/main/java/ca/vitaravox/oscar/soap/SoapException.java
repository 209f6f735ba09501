package ca.vitaravox.oscar.soap;

import java.io.IOException;

/** Why there is no answer over SOAP. No message holds what was asked or found. */
abstract sealed class SoapException extends IOException {
    private static final long serialVersionUID = 1;

    private SoapException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Nothing came, or not in time; what was to be written may have arrived. */
    static final class Silent extends SoapException {
        private static final long serialVersionUID = 1;

        Silent(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** OSCAR does not take the log-in; it did nothing. */
    static final class Refused extends SoapException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why, null);
        }
    }

    /** OSCAR found fault with the call. */
    static final class Fault extends SoapException {
        private static final long serialVersionUID = 1;
        private final String code;

        Fault(String code) {
            super("OSCAR found fault with a call over SOAP", null);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Something else answered in OSCAR's place. */
    static final class Foreign extends SoapException {
        private static final long serialVersionUID = 1;
        private final int status;

        Foreign(int status) {
            super("what answered over SOAP with " + status + " is not OSCAR", null);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
