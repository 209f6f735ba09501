package ca.vitaravox.oscar.task;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.oscar.rest.WriteReply;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.task.StaffNotes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Ticklers of one clinic's OSCAR. OSCAR takes them only about a patient, and gives them no number. */
public final class OscarStaffNotes implements StaffNotes {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final OscarLink link;

    /** The ticklers of the clinic that the link is for. */
    public OscarStaffNotes(OscarLink link) {
        this.link = link;
    }

    @Override
    public boolean leave(ClinicId clinic, PatientId about, ProviderId to, String text, Deadline deadline) {
        link.belongsTo(clinic);
        if (!NUMBER.matcher(about.value()).matches()) {
            return false;
        }
        ObjectNode tickler = OscarJson.object()
                .put("demographicNo", Integer.parseInt(about.value()))
                .put("message", text)
                .put("taskAssignedTo", to.value())
                .put("priority", "Normal")
                .put("status", "A");
        return link.write(OscarRequest.post("/tickler/add", tickler), deadline) instanceof WriteReply.Done done
                && done.answer().path("success").asBoolean();
    }
}
