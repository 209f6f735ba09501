package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be booked at most clinics: where a new one begins, and what the demo clinics have. */
public final class UsualVisitTypes {
    /** What is booked when the caller names nothing. */
    public static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    /** The long one. */
    public static final VisitTypeCode PHYSICAL = new VisitTypeCode("physical");

    /** All of them. */
    public static final List<VisitType> ALL = List.of(
            type(
                    CHECKUP.value(),
                    15,
                    "check-up",
                    "bilan de santé",
                    "健康检查",
                    "Checkup",
                    Set.of("check up", "check-up", "regular visit", "doctor's visit", "bilan", "visite", "检查", "看医生")),
            type(
                    "follow_up",
                    15,
                    "follow-up",
                    "suivi",
                    "复诊",
                    "Follow-up",
                    Set.of("follow up", "follow-up", "followup", "recheck", "visite de suivi", "复查")),
            type(
                    "new_problem",
                    30,
                    "visit for a new problem",
                    "consultation pour un nouveau problème",
                    "新问题就诊",
                    "New Problem",
                    Set.of("new problem", "new concern", "new issue", "nouveau problème", "新症状")),
            type(
                    PHYSICAL.value(),
                    45,
                    "physical",
                    "examen complet",
                    "全面体检",
                    "Complete Physical",
                    Set.of(
                            "annual physical",
                            "complete physical",
                            "full physical",
                            "physical exam",
                            "examen annuel",
                            "体检",
                            "年度体检")),
            type(
                    "phone",
                    15,
                    "phone appointment",
                    "rendez-vous téléphonique",
                    "电话问诊",
                    "Phone",
                    Set.of("telehealth", "telephone", "phone call", "virtual visit", "télésanté", "téléphone", "电话")),
            type(
                    "prescription_renewal",
                    10,
                    "prescription renewal",
                    "renouvellement d'ordonnance",
                    "续药",
                    "Rx Renewal",
                    Set.of(
                            "refill",
                            "prescription",
                            "prescription refill",
                            "medication renewal",
                            "renouvellement",
                            "ordonnance",
                            "开药",
                            "配药")),
            type(
                    "urgent",
                    15,
                    "urgent visit",
                    "visite urgente",
                    "急诊预约",
                    "Urgent",
                    Set.of("same day", "as soon as possible", "urgence", "urgente", "紧急", "急")));

    private UsualVisitTypes() {}

    private static VisitType type(
            String code,
            int minutes,
            String english,
            String french,
            String chinese,
            String emrType,
            Set<String> aliases) {
        return new VisitType(
                new VisitTypeCode(code),
                Duration.ofMinutes(minutes),
                Map.of(Language.ENGLISH, english, Language.FRENCH, french, Language.CHINESE, chinese),
                aliases,
                emrType);
    }
}
