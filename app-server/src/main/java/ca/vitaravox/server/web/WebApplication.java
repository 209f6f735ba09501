package ca.vitaravox.server.web;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.access.Pages;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.web.access.AccountPages;
import ca.vitaravox.server.web.access.SignInPages;
import ca.vitaravox.server.web.access.UserPages;
import ca.vitaravox.server.web.audit.AuditPages;
import ca.vitaravox.server.web.booking.WeekPages;
import ca.vitaravox.server.web.call.CallPages;
import ca.vitaravox.server.web.clinic.ClinicPages;
import ca.vitaravox.server.web.overview.OverviewPages;
import ca.vitaravox.server.web.page.Assets;
import ca.vitaravox.server.web.page.ErrorPage;
import ca.vitaravox.server.web.page.Paper;
import ca.vitaravox.server.web.task.TaskPages;
import ca.vitaravox.server.web.trial.TrialPages;
import ca.vitaravox.server.web.waitlist.WaitlistPages;
import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;

/** All pages of the web application. */
public final class WebApplication implements Pages {
    private final Assets assets = new Assets();
    private final List<Page> pages = new ArrayList<>();
    private final ErrorPage errors;

    /** The pages, with everything that is read once for all of them. */
    public WebApplication() {
        Paper paper = new Paper(assets);
        errors = new ErrorPage(paper);
        pages.addAll(new SignInPages(paper).pages());
        pages.addAll(new AccountPages(paper).pages());
        pages.addAll(new UserPages(paper).pages());
        pages.addAll(new ClinicPages(paper).pages());
        pages.addAll(new OverviewPages(paper).pages());
        pages.addAll(new WeekPages(paper).pages());
        pages.addAll(new CallPages(paper).pages());
        pages.addAll(new TaskPages(paper).pages());
        pages.addAll(new WaitlistPages(paper).pages());
        pages.addAll(new TrialPages(paper).pages());
        pages.addAll(new AuditPages(paper).pages());
    }

    @Override
    public List<Page> all() {
        return List.copyOf(pages);
    }

    @Override
    public void refuse(PageVisit visit, Problem problem) {
        errors.show(visit, problem);
    }

    /** Serves what pages need beside themselves. */
    public void addTo(JavalinConfig config) {
        assets.addTo(config);
    }
}
