package ca.vitaravox.oscar.bridge;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.EmailAddress;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PostalCode;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.function.Function;

/**
 * The values of the ports as the bridge writes them: records as objects of their components, ids and numbers as texts,
 * dates and times as ISO 8601 writes them, and of several kinds which one it is under {@code is}. Values refuse what they
 * always refuse. Thread-safe.
 */
final class BridgeJson {
    private BridgeJson() {}

    static JsonMapper mapper() {
        SimpleModule texts = new SimpleModule("bridge");
        text(texts, ClinicId.class, ClinicId::value, ClinicId::new);
        text(texts, PatientId.class, PatientId::value, PatientId::new);
        text(texts, ProviderId.class, ProviderId::value, ProviderId::new);
        text(texts, AppointmentId.class, AppointmentId::value, AppointmentId::new);
        text(texts, SlotId.class, SlotId::value, SlotId::new);
        text(texts, PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new);
        text(texts, EmailAddress.class, EmailAddress::value, EmailAddress::new);
        text(texts, PostalCode.class, PostalCode::value, PostalCode::new);
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), texts)
                .addMixIn(ChartQuery.class, Queries.class)
                .addMixIn(ChartResult.class, ChartResults.class)
                .addMixIn(WriteResult.class, WriteResults.class)
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> form) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            private static final long serialVersionUID = 1;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(text.apply(value));
            }
        });
        module.addDeserializer(type, new FromStringDeserializer<T>(type) {
            private static final long serialVersionUID = 1;

            @Override
            protected T _deserialize(String value, DeserializationContext context) {
                return form.apply(value);
            }
        });
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ChartQuery.ByPhone.class, name = "by_phone"),
        @JsonSubTypes.Type(value = ChartQuery.BornOn.class, name = "born_on"),
        @JsonSubTypes.Type(value = ChartQuery.Named.class, name = "named"),
        @JsonSubTypes.Type(value = ChartQuery.WithHealthNumber.class, name = "with_health_number")
    })
    private interface Queries {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ChartResult.Made.class, name = "made"),
        @JsonSubTypes.Type(value = ChartResult.NotMade.class, name = "not_made"),
        @JsonSubTypes.Type(value = ChartResult.Unknown.class, name = "unknown")
    })
    private interface ChartResults {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WriteResult.Written.class, name = "written"),
        @JsonSubTypes.Type(value = WriteResult.NotWritten.class, name = "not_written"),
        @JsonSubTypes.Type(value = WriteResult.Unknown.class, name = "unknown")
    })
    private interface WriteResults {}
}
