package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.server.testing.Admin;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The door: password, second factor, and what is said to those who do not get in. */
class SigningInIT {
    private static final Pattern INSIDE = Pattern.compile(".*/clinics$");

    private static void type(Window window, String email, String password) {
        window.field("Email address").fill(email);
        window.field("Password").fill(password);
        window.press("Sign in");
    }

    @Test
    void a_code_is_asked_for_after_the_password_which_stays_in_its_field() {
        Person who = Person.who(Role.PLATFORM_ADMIN);
        try (Window window = Window.open().visit("/clinics")) {
            assertThat(window.page()).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fclinics"));
            assertThat(window.field("Code")).isHidden();
            type(window, who.email(), Admin.PASSWORD);
            assertThat(window.field("Code")).isFocused();
            window.field("Code").fill("000000");
            window.press("Sign in");
            assertThat(window.page().locator("#sign-in-status")).containsText("wait 15 minutes");
            window.field("Code").fill(who.recoveryCode());
            window.press("Sign in");
            assertThat(window.page()).hasURL(INSIDE);
            assertEquals(List.of(), window.errors());
        }
    }

    @Test
    void the_first_sign_in_leads_through_setting_up_a_second_factor_whose_recovery_codes_are_shown_once() {
        User fresh = Admin.user(Role.PLATFORM_ADMIN);
        try (Window window = Window.open().visit("/sign-in")) {
            type(window, fresh.email().value(), Admin.PASSWORD);
            assertThat(window.page()).hasURL(Pattern.compile(".*/account/second-factor"));
            window.field("Password").fill(Admin.PASSWORD);
            window.press("Go on");
            String secret = window.page().locator("main code").textContent();
            assertThat(window.page().getByRole(AriaRole.IMG).last()).isVisible();
            window.field("Code").fill("12345");
            window.press("Switch it on");
            assertThat(window.said().last()).containsText("code");
            window.field("Code").fill(Admin.code(secret, 0));
            window.press("Switch it on");
            assertThat(window.page().locator(".codes li")).hasCount(10);
            window.picture("recovery-codes");
            window.page().getByText("I have kept them").click();
            assertThat(window.page()).hasURL(INSIDE);
            window.visit("/account/second-factor");
            assertThat(window.page().locator(".codes li")).hasCount(0);
        }
    }

    @Test
    void whoever_fails_five_times_hears_the_same_as_whoever_does_not_exist_also_with_the_right_password_then() {
        Person who = Person.who(Role.PLATFORM_ADMIN);
        String[] said = new String[2];
        for (int i = 0; i < 2; i++) {
            try (Window window = Window.open().visit("/sign-in")) {
                for (int tries = 0; tries < 6; tries++) {
                    type(window, i == 0 ? who.email() : "nobody@clinic.test", tries < 5 ? "wrong wrong wrong" : Admin.PASSWORD);
                    assertThat(window.button("Sign in")).not().hasAttribute("aria-busy", "true");
                    assertThat(window.page().locator("#sign-in-status")).containsText("wait 15 minutes");
                }
                said[i] = window.page().locator("#sign-in-status").textContent();
            }
        }
        assertEquals(said[1], said[0]);
    }

    @Test
    void somebody_sees_where_they_are_signed_in_and_ends_what_is_not_theirs_to_keep() {
        Person who = Person.who(Role.PLATFORM_ADMIN);
        try (Window here = Window.open().signedIn(who);
                Window there = Window.open().signedIn(who)) {
            there.visit("/clinics");
            here.visit("/account");
            assertThat(here.page().locator("tbody tr")).hasCount(3);
            here.page().locator("tbody tr").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Browser"))
                    .getByRole(AriaRole.BUTTON).first().click();
            assertThat(here.said()).containsText("That session has ended");
            there.visit("/clinics");
            assertThat(there.page()).hasURL(Pattern.compile(".*/sign-in.*"));
            here.page().locator(".menu summary").click();
            here.press("Sign out");
            assertThat(here.page()).hasURL(Pattern.compile(".*/sign-in"));
            here.visit("/account");
            assertThat(here.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }
}
