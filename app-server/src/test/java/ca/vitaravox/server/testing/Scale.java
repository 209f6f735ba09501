package ca.vitaravox.server.testing;

/** How much tests try: little in each build, everything with {@code -Dscale=full}. */
public final class Scale {
    /** Whether everything is to be tried. */
    public static final boolean FULL = "full".equals(System.getProperty("scale"));

    private Scale() {}

    /** The one or the other. */
    public static int of(int inEachBuild, int inFull) {
        return FULL ? inFull : inEachBuild;
    }
}
