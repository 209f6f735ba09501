package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.Pages.Page;
import ca.vitaravox.server.web.page.Paper;
import java.util.ArrayList;
import java.util.List;

/** The pages of clinics. */
public final class ClinicPages {
    private final Paper paper;

    /** On this paper. */
    public ClinicPages(Paper paper) {
        this.paper = paper;
    }

    /** The pages. */
    public List<Page> pages() {
        List<Page> pages = new ArrayList<>(new ClinicList(paper).pages());
        pages.addAll(new SetUpPages(paper).pages());
        pages.addAll(new SettingPages(paper).pages());
        pages.addAll(new EmrPages(paper).pages());
        pages.addAll(new ConsentPage(paper).pages());
        pages.addAll(new ImportPages(paper).pages());
        pages.addAll(new AssistantPages(paper).pages());
        pages.addAll(new WebhookPages(paper).pages());
        return pages;
    }
}
