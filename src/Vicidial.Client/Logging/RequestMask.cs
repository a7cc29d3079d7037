using System.Text;
using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Transport;
using Vicidial.Client.Values;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Logging;

/// <summary>
/// Removes secrets from what a file records of one request: by field and by position, and then every occurrence of a password that is too long to be
/// an ordinary word, in any encoding.
/// </summary>
internal sealed class RequestMask
{
    // Searches backward from the sign after a name, and only as far as the longest word, so a text without such signs is read once.
    private static readonly Regex ValueOfSecret = new(
        @"(?<=(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|authorization|apikey"
            + @"|(?:(?<![a-z])|(?<=%[0-9a-f]{2}))(?:pw|pin|key|auth))(?:%3D|=))"
            + @"[^&;\s|""'<>]+?(?=$|[&;\s|""'<>]|%26)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly DialerCredential _credential;
    private readonly Redactor _redactor;
    private readonly char[][] _sent;

    public RequestMask(ApiRequest request, DialerCredential credential, Redactor redactor)
    {
        _credential = credential;
        _redactor = redactor;
        _sent = request
            .Fields.Where(static field => SecretNames.IsSecret(field.Key))
            .SelectMany(static field => new[] { field.Value, ValueText.LettersAndDigits(field.Value) })
            .Distinct()
            .Select(static value => value.ToCharArray())
            .ToArray();
    }

    public string User => _credential.User;

    /// <summary>The fields of a request without secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(ApiRequest request) =>
        request
            .Fields.Select(field => new KeyValuePair<string, string>(
                field.Key,
                SecretNames.IsSecret(field.Key) && field.Value.Length > 0 ? Redactor.Mask : Text(field.Value)
            ))
            .ToArray();

    /// <summary>A text without secrets.</summary>
    public string Text(string text) => Sweep(Redactor.ByPosition.MaskText(text));

    /// <summary>A response without secrets, but otherwise unchanged.</summary>
    public string Response(ApiFunction function, int status, string body)
    {
        if (function.Layout == ResponseLayout.Address)
        {
            // The values in such an address are a login in a special encoding.
            return Sweep(string.Join("\n", body.Split('\n').Select(static line => new SecretAddress(line).ToString())));
        }

        var noise = new ServerNoise();
        bool isData = status < 400 && function.Kind is FunctionKind.Query or FunctionKind.Unknown;
        return Sweep(string.Join("\n", body.Split('\n').Select(line => MaskLine(function, noise, line, isData))));
    }

    private string MaskLine(ApiFunction function, ServerNoise noise, string line, bool isData)
    {
        string bare = line.TrimEnd('\r');
        string end = line.Substring(bare.Length);
        if (noise.Clean(bare) != bare)
        {
            return _redactor.MaskText(bare) + end;
        }

        var masked = new StringBuilder();
        foreach (string part in ResponseReader.SplitGlued(function, bare) ?? [bare])
        {
            ResponseLine read = ResponseReader.ReadLine(function, part, _redactor);
            masked.Append(read.Kind == ResponseKind.Row ? _redactor.MaskRow(read.Raw, isData) ?? read.Raw : read.Raw);
        }

        return masked.Append(end).ToString();
    }

    private string Sweep(string text)
    {
        text = ValueOfSecret.Replace(text, Redactor.Mask);
        text = Redactor.MaskLogin(text);
        foreach (char[] secret in _sent)
        {
            text = SecretFinder.Mask(text, secret);
        }

        return _credential.MaskIn(text);
    }
}
