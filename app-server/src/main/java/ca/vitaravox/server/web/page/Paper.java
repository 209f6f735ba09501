package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.PageVisit;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;

/** What pages are written on: templates, under a policy that lets a page have nothing inline and nothing from elsewhere. */
public final class Paper {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;

    /** With these assets. */
    public Paper(Assets assets) {
        this.assets = assets;
    }

    /** What a template knows of a visit. */
    public View view(PageVisit visit) {
        return new View(visit, assets);
    }

    /** Shows a page. */
    public void show(PageVisit visit, String template, Map<String, Object> what) {
        show(visit, HttpStatus.OK.getCode(), template, what);
    }

    /**
     * Shows a page with a status.
     *
     * @param template its template, without {@code .jte}
     * @param what the template's parameters beside {@code view}
     */
    public void show(PageVisit visit, int status, String template, Map<String, Object> what) {
        StringOutput page = new StringOutput();
        Map<String, Object> parameters = new HashMap<>(what);
        parameters.put("view", view(visit));
        templates.render(template + ".jte", parameters, page);
        Context context = visit.context();
        context.header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", "Cookie, Accept-Language, HX-Request")
                .status(asSent(context, status))
                .contentType("text/html; charset=utf-8")
                .result(page.toString());
    }

    /**
     * Of what a form is answered, a script puts in place what has a status below 500: beyond, it may be a proxy's. That
     * something else did not answer is said in a page of ours, and is put in place.
     */
    private static int asSent(Context context, int status) {
        return status >= 500 && context.header("HX-Request") != null ? HttpStatus.CONFLICT.getCode() : status;
    }

    /** Leads on to another page, ours or another server's that one of ours asked for, be it asked for by a script or by the browser itself. */
    public static void leadTo(PageVisit visit, String path) {
        Context context = visit.context();
        if (context.header("HX-Request") != null) {
            context.header("HX-Redirect", path).status(HttpStatus.NO_CONTENT);
        } else {
            context.redirect(path, HttpStatus.SEE_OTHER);
        }
    }
}
