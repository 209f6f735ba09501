package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.clinic.EmrObserver;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.emr.BridgeMaker;
import ca.vitaravox.server.emr.ClinicEmr;
import ca.vitaravox.server.emr.DemoOnly;
import ca.vitaravox.server.emr.EmrKinds;
import ca.vitaravox.server.emr.EmrSwitchboard;
import ca.vitaravox.server.emr.OscarMaker;
import ca.vitaravox.server.emr.RoutedAppointments;
import ca.vitaravox.server.emr.RoutedCharts;
import ca.vitaravox.server.emr.RoutedSchedules;
import ca.vitaravox.server.outgoing.Gate;
import ca.vitaravox.server.watch.Timed;
import ca.vitaravox.server.watch.Watch;
import java.time.InstantSource;
import java.util.Map;

/** The EMRs of all clinics: here is where a new kind of EMR is added. */
final class Emrs {
    private Emrs() {}

    static EmrSwitchboard of(
            ServerConfig config,
            Database database,
            Envelope envelope,
            Gate gate,
            PhoneNumbers numbers,
            EmrObserver observer,
            DemoOnly demoOnly,
            InstantSource clock) {
        OscarMaker oscar = new OscarMaker(
                database.clinicDirectory(),
                envelope,
                config.emrAllowedHosts(),
                config.emrAuthorities(),
                gate,
                numbers,
                observer,
                clock);
        EmrKinds kinds = new EmrKinds(
                new ClinicEmr(database.charts(), database.appointments()),
                Map.of(
                        OscarMaker.KIND,
                        oscar,
                        BridgeMaker.KIND,
                        new BridgeMaker(envelope, config.emrAllowedHosts(), oscar)));
        return new EmrSwitchboard(database.clinicEmrs(), kinds, clock, demoOnly);
    }

    static Emr watched(Emr emr, Watch watch) {
        return new Emr(
                watch.over(Charts.class, Timed.EMR, emr.charts()),
                watch.over(Appointments.class, Timed.EMR, emr.appointments()),
                watch.over(Schedules.class, Timed.EMR, emr.schedules()),
                emr.outages());
    }

    static Emr routed(EmrSwitchboard emrs, Database database, InstantSource clock) {
        return new Emr(
                new RoutedCharts(emrs),
                new RoutedAppointments(emrs),
                new RoutedSchedules(
                        emrs,
                        database.emrTables().schedules(),
                        database.schedules(),
                        database.clinicDirectory(),
                        clock),
                emrs);
    }
}
