package ca.vitaravox.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.server.testing.Admin;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A window of a browser with cookies of its own, looking at a server. Whatever a page logs as an error is remembered. */
final class Window implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final int HIGH = 800;
    private static final double PATIENCE_MS = 60_000;

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private Window(String origin, Browser.NewContextOptions options) {
        this.origin = origin;
        context = Chromium.browser()
                .newContext(options.setBaseURL(origin).setExtraHTTPHeaders(Map.of("X-Forwarded-For", Admin.somewhere())));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                errors.add(message.text());
            }
        });
    }

    private static Browser.NewContextOptions usual() {
        return new Browser.NewContextOptions().setLocale("en-CA").setViewportSize(WIDE, HIGH);
    }

    /** One at the server of all tests. */
    static Window open() {
        return at(Admin.origin());
    }

    /** One at another server. */
    static Window at(String origin) {
        return new Window(origin, usual());
    }

    /** How pages are looked at. */
    enum Look {
        LIGHT,
        DARK,
        PHONE
    }

    /** One that sees pages so, in a language; axe may be put into its pages, which their policy would not allow. */
    static Window looking(Look look, String language) {
        return new Window(
                Admin.origin(),
                usual().setLocale(language + "-CA")
                        .setBypassCSP(true)
                        .setColorScheme(look == Look.DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setViewportSize(look == Look.PHONE ? PHONE : WIDE, HIGH));
    }

    Page page() {
        return page;
    }

    /** Signs somebody in by the interface, which is quicker than to type. */
    Window signedIn(Person who) {
        Map<String, Object> login = new HashMap<>(
                Map.of("email", who.email(), "password", Admin.PASSWORD, "code", who.recoveryCode(), "kind", "web"));
        int status = context.request()
                .post(
                        "/api/auth/login",
                        RequestOptions.create().setHeader("Origin", origin).setData(login))
                .status();
        assertEquals(200, status);
        return this;
    }

    Window visit(String path) {
        page.navigate(path);
        return this;
    }

    /** A field of the page by what it is called. */
    Locator field(String label) {
        return page.locator("main").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void press(String button) {
        button(button).click();
    }

    /** What is said above the form: that it was saved, or what is wrong. */
    Locator said() {
        return page.locator("main [data-attend]");
    }

    /** Keeps a picture of the whole page. */
    Window picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        return this;
    }

    /** What axe finds that is serious or critical. */
    List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    /** What the page's scripts failed at. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        context.close();
    }
}
