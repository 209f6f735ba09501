package ca.vitaravox.vapi.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.simulation.Premises;
import ca.vitaravox.domain.simulation.Scheduler;
import ca.vitaravox.domain.simulation.Switchboard;
import ca.vitaravox.domain.simulation.TownPause;
import ca.vitaravox.domain.simulation.Variant;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrWatch;
import ca.vitaravox.vapi.DeskTools;
import ca.vitaravox.vapi.assistant.AssistantSettings;
import ca.vitaravox.vapi.assistant.Assistants;
import ca.vitaravox.vapi.assistant.Definition;
import ca.vitaravox.vapi.platform.TestParts;
import ca.vitaravox.vapi.tool.Toolbox;
import ca.vitaravox.vapi.webhook.CallControl;
import ca.vitaravox.vapi.webhook.OpenWebhook;
import ca.vitaravox.vapi.webhook.ToolWatch;
import ca.vitaravox.vapi.webhook.WebhookPorts;

/** The town with a webhook and all the voice tools on each of its servers. Whatever can be done wrong can be replaced. */
class SpokenTown implements Variant {
    @Override
    public boolean isSpoken() {
        return true;
    }

    @Override
    public Switchboard switchboard(Premises premises) {
        FrontDesk desk = premises.desk();
        Toolbox toolbox = DeskTools.over(desk, booking(desk.booking()), premises.time());
        OpenWebhook webhook = new OpenWebhook(toolbox, ports(premises, toolbox));
        return question -> new SpokenReceptionist(new ToolLine(webhook, question)).receptionist();
    }

    /** How a server waits. */
    Pause pause(Scheduler clock) {
        return new TownPause(clock);
    }

    /** The answers of tool calls that a server believes in. */
    ToolReplies replies(ToolReplies replies) {
        return replies;
    }

    /** Whose lines a server takes them for. */
    ClinicDirectory directory(ClinicDirectory clinics) {
        return clinics;
    }

    /** How a server books. */
    Booking booking(Booking booking) {
        return booking;
    }

    private WebhookPorts ports(Premises premises, Toolbox toolbox) {
        FrontDesk.Ledgers ledgers = premises.ledgers();
        Definition definition = new Definition(AssistantSettings.USUAL, toolbox.specs());
        return new WebhookPorts(
                directory(ledgers.clinics()),
                new Assistants(ledgers.clinics(), new TestParts(), definition),
                replies(premises.replies()),
                ledgers.holds(),
                EmrWatch.BLIND,
                premises.desk().callDiary(),
                premises.desk().callStart(),
                ledgers.transfers(),
                CallControl.OFF,
                DeskTools::number,
                premises.crew(),
                premises.time(),
                pause(premises.clock()),
                OpenWebhook.trust(),
                ToolWatch.NOBODY);
    }
}
