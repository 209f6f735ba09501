package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.Language;

/**
 * How the assistant hears and speaks a language.
 *
 * @param voice the voice's id (Azure)
 * @param hearing the transcriber's word for the language (Deepgram)
 * @param name the language's name, for the prompt
 * @param welcome what it opens with; {@code %s} is the clinic's name
 * @param notice what everybody hears who calls: what they speak to, and where their speech goes
 * @param oneMoment said while a tool works; promises nothing
 * @param stillChecking said when that takes long
 * @param stillThere said into a long silence
 * @param goodbye said last
 */
record Manner(
        String voice,
        String hearing,
        String name,
        String welcome,
        String notice,
        String oneMoment,
        String stillChecking,
        String stillThere,
        String goodbye) {
    private static final Manner ENGLISH = new Manner(
            "en-CA-ClaraNeural",
            "en",
            "English",
            "Thank you for calling %s.",
            "I am the clinic's automated assistant, and what you say is processed outside Canada."
                    + " In an emergency, hang up and dial 9 1 1. How can I help you?",
            "One moment, please.",
            "I am still checking, thank you for your patience.",
            "Are you still there?",
            "Thank you for calling. Goodbye.");

    private static final Manner FRENCH = new Manner(
            "fr-CA-SylvieNeural",
            "fr-CA",
            "French",
            "Merci d'avoir appelé %s.",
            "Je suis l'assistante automatisée de la clinique, et vos paroles sont traitées à l'extérieur du Canada."
                    + " En cas d'urgence, raccrochez et composez le 9 1 1. Comment puis-je vous aider ?",
            "Un instant, s'il vous plaît.",
            "Je vérifie encore, merci de votre patience.",
            "Êtes-vous toujours là ?",
            "Merci de votre appel. Au revoir.");

    private static final Manner CHINESE = new Manner(
            "zh-CN-XiaoxiaoNeural",
            "zh-CN",
            "Mandarin Chinese",
            "感谢您致电%s。",
            "我是诊所的自动语音助手,您说的话会在加拿大境外处理。如遇紧急情况,请挂断并拨打九一一。请问有什么可以帮您?",
            "请稍等。",
            "还在查询,感谢您的耐心等待。",
            "您还在吗?",
            "感谢您的来电,再见。");

    static Manner of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case FRENCH -> FRENCH;
            case CHINESE -> CHINESE;
        };
    }
}
