namespace Vicidial.Simulator.Functions;

/// <summary>The words of the Agent API in another language. A phrase without a translation stays English.</summary>
internal sealed class Translator
{
    private static readonly Translator English = new([]);

    private static readonly Translator Spanish = new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SUCCESS"] = "EXITO",
        ["ERROR"] = "FALLO",
        ["NOTICE"] = "AVISO",
        ["external_pause function set"] = "funcion hecha",
    });

    private readonly Dictionary<string, string> _phrases;

    private Translator(Dictionary<string, string> phrases)
    {
        _phrases = phrases;
    }

    public static Translator For(string language) => language == "es" ? Spanish : English;

    public string Translate(string phrase) => _phrases.TryGetValue(phrase, out string? translated) ? translated : phrase;
}
