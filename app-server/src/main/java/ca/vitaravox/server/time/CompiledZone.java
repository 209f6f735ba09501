package ca.vitaravox.server.time;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * One zone as a TZif file has it (RFC 9636): the instants, in seconds since 1970 UTC, at which another local time type
 * takes over, and the rule for what comes after the last of them.
 */
final class CompiledZone {
    private static final int MAGIC = 0x545A6966; // "TZif"
    private static final int RESERVED = 15;
    private static final int USUAL_SAVING = 3600;
    private static final int LARGEST_SAVING = 2 * USUAL_SAVING;

    private final long[] instants;
    private final List<LocalTimeType> typesAfter;
    private final LocalTimeType first;
    private final PosixRule afterwards;

    private record LocalTimeType(int offset, boolean daylight) {}

    private record Header(int utcs, int standards, int leaps, int times, int types, int letters) {
        /** How long the data block is that follows, when an instant takes so many bytes. */
        int length(int instantSize) {
            return times * (instantSize + 1) + types * 6 + letters + leaps * (instantSize + 4) + standards + utcs;
        }
    }

    private CompiledZone(long[] instants, List<LocalTimeType> typesAfter, LocalTimeType first, PosixRule afterwards) {
        this.instants = instants;
        this.typesAfter = typesAfter;
        this.first = first;
        this.afterwards = afterwards;
    }

    /** Reads a file of version 2 or later; its first block, for readers of 32 bits, is skipped. */
    static CompiledZone read(ByteBuffer file) {
        Header old = header(file);
        file.position(file.position() + old.length(Integer.BYTES));
        Header header = header(file);
        int end = file.position() + header.length(Long.BYTES);

        long[] instants = new long[header.times()];
        file.asLongBuffer().get(instants);
        file.position(file.position() + header.times() * Long.BYTES);
        byte[] indexes = new byte[header.times()];
        file.get(indexes);
        List<LocalTimeType> types = new ArrayList<>();
        for (int i = 0; i < header.types(); i++) {
            types.add(new LocalTimeType(file.getInt(), file.get() != 0));
            file.get(); // where its abbreviation stands
        }
        List<LocalTimeType> typesAfter = new ArrayList<>();
        for (byte index : indexes) {
            typesAfter.add(types.get(Byte.toUnsignedInt(index)));
        }
        file.position(end);
        String footer = StandardCharsets.US_ASCII.decode(file).toString().strip();
        return new CompiledZone(instants, typesAfter, types.get(0), PosixRule.parse(footer));
    }

    private static Header header(ByteBuffer file) {
        int magic = file.getInt();
        byte version = file.get();
        if (magic != MAGIC || version < '2') {
            throw new IllegalArgumentException("Not a TZif file of version 2 or later");
        }
        file.position(file.position() + RESERVED);
        return new Header(file.getInt(), file.getInt(), file.getInt(), file.getInt(), file.getInt(), file.getInt());
    }

    /** The same as {@code java.time} has it. The file tells daylight time but not what it saves: that is inferred. */
    ZoneRules rules() {
        List<ZoneOffsetTransition> standardChanges = new ArrayList<>();
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        int standard = first.offset();
        int offset = first.offset();
        for (int i = 0; i < instants.length; i++) {
            LocalTimeType next = typesAfter.get(i);
            int nextStandard = next.daylight() ? standardBehind(next.offset(), standard) : next.offset();
            addChange(standardChanges, instants[i], standard, nextStandard);
            addChange(changes, instants[i], offset, next.offset());
            standard = nextStandard;
            offset = next.offset();
        }
        return ZoneRules.of(
                ZoneOffset.ofTotalSeconds(first.offset()),
                ZoneOffset.ofTotalSeconds(first.offset()),
                standardChanges,
                changes,
                afterwards.yearly());
    }

    private static int standardBehind(int daylightOffset, int standardBefore) {
        int saved = Math.abs(daylightOffset - standardBefore);
        return saved != 0 && saved <= LARGEST_SAVING ? standardBefore : daylightOffset - USUAL_SAVING;
    }

    private static void addChange(List<ZoneOffsetTransition> changes, long instant, int before, int after) {
        if (before != after) {
            ZoneOffset was = ZoneOffset.ofTotalSeconds(before);
            changes.add(ZoneOffsetTransition.of(
                    LocalDateTime.ofEpochSecond(instant, 0, was), was, ZoneOffset.ofTotalSeconds(after)));
        }
    }
}
