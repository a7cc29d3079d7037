using System.Text;
using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Wire;

/// <summary>
/// Masks passwords in requests and responses. It uses fields and positions (the password field, and the place in which a known response repeats it).
/// In messages that the catalog does not have, it masks the exact value between delimiters. Data is not masked: with the password 1234, the agent
/// 1234 stays readable.
/// </summary>
public sealed class Redactor
{
    /// <summary>The text that replaces a secret.</summary>
    public const string Mask = "***";

    private const string LoginFailure = "LoginIncorrect";
    private static readonly Regex NamedSecret = new(
        @"(?<name>\b\w*pass(?:word)?\s*[=:]\s*)(?<value>'(?:[^'\\]|\\.|'')*'|""[^""]*""|[^&\s|,;<>]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex LoginInAddress = new(@"(?<=://)[^/@\s:]*:[^/@\s]*(?=@)", RegexOptions.CultureInvariant);
    private static readonly char[] Delimiters = [' ', '|', '\'', '"', ':', ',', ';', '=', '&', '(', ')', '<', '>', '\t', '\r', '\n', '\0'];
    private readonly ISecrets _secrets;

    /// <summary>Makes a redactor.</summary>
    /// <param name="secrets">Returns the passwords in use, to search a message for them. It is called only then, so that no password is kept as
    /// text.</param>
    public Redactor(Func<IReadOnlyList<string>> secrets)
        : this(new GivenSecrets(secrets))
    {
    }

    /// <summary>Makes a redactor for the response to a request.</summary>
    internal Redactor(ISecrets secrets) => _secrets = secrets;

    /// <summary>A redactor without passwords, which uses only fields and positions.</summary>
    public static Redactor ByPosition { get; } = new(static () => []);

    /// <summary>Whether an API field holds a password.</summary>
    public static bool IsSecretField(string name)
        => name.EndsWith("pass", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>The new value of a field as it may be shown, without a password, even one in an address.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value.</param>
    public static string ShowValue(string name, string value) => SecretNames.IsSecret(name) ? Mask : MaskLogin(ByPosition.MaskText(value));

    /// <summary>Masks passwords in a message that no catalog entry explains, such as the text of an exception.</summary>
    public string MaskText(string text)
    {
        string masked = NamedSecret.Replace(text, static match => match.Groups["name"].Value + Mask);
        foreach (string secret in _secrets.Reveal())
        {
            masked = MaskAlone(masked, secret);
        }

        return masked;
    }

    /// <summary>Masks the login of addresses such as http://user:password@host.</summary>
    internal static string MaskLogin(string text) => LoginInAddress.Replace(text, Mask);

    /// <summary>Masks the values of one line of a response in place.</summary>
    /// <returns>Whether anything was masked.</returns>
    internal bool MaskValues(ResponseKind kind, ResponseShape? shape, string[] values)
    {
        bool masked = false;
        if (shape is null)
        {
            if (kind is ResponseKind.Row)
            {
                return false;
            }

            for (int i = 0; i < values.Length; i++)
            {
                masked |= Replace(values, i, MaskText(values[i]));
            }

            return masked;
        }

        for (int i = 0; i < values.Length; i++)
        {
            string? name = i < shape.ValueNames.Count ? shape.ValueNames[i] : null;
            bool beyondLogin = shape.ErrorId == LoginFailure && i >= shape.ValueNames.Count;
            if (name is not null && IsSecretField(name))
            {
                masked |= Replace(values, i, Mask);
            }
            else if (beyondLogin || name is "sql_statement" or "sql_set")
            {
                // What follows the code of a failed login is an SQL statement with the password or its hash.
                masked |= Replace(values, i, beyondLogin ? Mask : MaskText(values[i]));
            }
            else if (IsEcho(name, values[i]))
            {
                masked |= Replace(values, i, Mask);
            }
        }

        return masked;
    }

    /// <summary>Masks a row of data: only a field with the name of a password that contains a password in use.</summary>
    /// <returns>The masked row, or null if nothing was masked.</returns>
    internal string? MaskRow(string row, bool isData)
    {
        if (isData && row.IndexOf("pass", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return null;
        }

        string masked = isData
            ? NamedSecret.Replace(row, match =>
                IsSecret(match.Groups["value"].Value.Trim('\'', '"')) ? match.Groups["name"].Value + Mask : match.Value
            )
            : MaskText(row);
        return masked == row ? null : masked;
    }

    /// <summary>Masks a whole response, line by line. Text that is not a line of a dialer is searched for passwords.</summary>
    internal string MaskResponse(string body, IReadOnlyList<ResponseLine> lines, bool changed)
    {
        if (lines.Count == 0)
        {
            return MaskText(body);
        }

        // Most responses are one line and its end, with nothing to mask. Their text does not change.
        if (
            lines.Count == 1
            && body.Length == lines[0].Raw.Length + 1
            && body[body.Length - 1] == '\n'
            && body.StartsWith(lines[0].Raw, StringComparison.Ordinal)
        )
        {
            return body;
        }

        bool onlyRows = lines.All(line => line.Kind == ResponseKind.Row);
        return onlyRows && !changed && body.IndexOf('<') < 0 ? body : string.Join("\n", lines.Select(line => line.Raw)) + "\n";
    }

    private static bool Replace(string[] values, int index, string masked)
    {
        if (values[index] == masked || values[index].Length == 0)
        {
            return false;
        }

        values[index] = masked;
        return true;
    }

    /// <summary>
    /// Whether a whole value is a password. The Agent API returns the last field of a body in place of a missing value. A short or plain password is
    /// masked only there, because an ID may look the same elsewhere.
    /// </summary>
    private bool IsEcho(string? name, string value)
        => value.Length > 0 && (name is null or "value" || SecretFinder.IsUnlikely(value)) && !_secrets.IsShown(value) && _secrets.Has(value);

    private bool IsSecret(string value) => value.Length > 0 && _secrets.Has(value);

    private static string MaskAlone(string text, string secret)
    {
        if (secret.Length == 0)
        {
            return text;
        }

        StringBuilder? result = null;
        int copied = 0;
        int at = 0;
        while ((at = text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            int end = at + secret.Length;
            bool alone = (at == 0 || Array.IndexOf(Delimiters, text[at - 1]) >= 0)
                && (end == text.Length || Array.IndexOf(Delimiters, text[end]) >= 0);
            if (alone)
            {
                (result ??= new StringBuilder()).Append(text, copied, at - copied).Append(Mask);
                copied = end;
            }

            at = end;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private sealed class GivenSecrets(Func<IReadOnlyList<string>> reveal) : ISecrets
    {
        public IReadOnlyList<string> Reveal() => reveal();

        public bool Has(string value) => reveal().Any(secret => string.Equals(secret, value, StringComparison.OrdinalIgnoreCase));

        public bool IsShown(string value) => false;
    }
}
