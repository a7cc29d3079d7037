using System.Text.RegularExpressions;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Text;

namespace Vicidial.Client.Requests;

/// <summary>Checks the text of a whole request, and prepares its fields for sending.</summary>
public static class RequestText
{
    private const string CustomFieldSwitch = "custom_fields";
    private static readonly Regex FieldInValue = new("&([A-Za-z0-9_]+)=", RegexOptions.CultureInvariant);

    /// <summary>Judges each field.</summary>
    /// <param name="request">The request.</param>
    /// <param name="generation">The releases that the dialer may behave like.</param>
    /// <returns>The fields that are not sent and stored unchanged; none for nearly all requests.</returns>
    public static IReadOnlyList<FieldVerdict> Judge(ApiRequest request, DialerGeneration generation)
    {
        // A cmdlet judges a row before it is sent, and the client judges each request.
        if (request.PlainFor == generation)
        {
            return [];
        }

        List<FieldVerdict>? found = null;
        TextRules rules = TextRules.Of(request.Function);
        Func<string, string?> find = request.Find;
        for (int i = 0; i < request.Fields.Count; i++)
        {
            KeyValuePair<string, string> field = request.Fields[i];
            TextVerdict? verdict = IsWordOfTheDialer(request.Function.FindParameter(field.Key), field.Value)
                ? null
                : rules.Judge(field.Key, field.Value, generation, find, request.Labels);
            if (FindEmptied(request, field.Value, generation) is { } label)
            {
                verdict ??= new TextVerdict(field.Value, field.Value, field.Value);
                verdict.Problem ??= new DialerException(
                    "FieldWouldBeEmptied",
                    DialerErrorKind.InvalidArgument,
                    $"{FieldLabels.AtStart(request.Labels.Find(field.Key))} contains '&{label}='. The dialer would empty the custom field {label}."
                );
            }

            if (verdict is not null)
            {
                (found ??= []).Add(new FieldVerdict(field.Key, verdict));
            }
        }

        if (found is null)
        {
            request.PlainFor = generation;
            return [];
        }

        return found;
    }

    /// <summary>Prepares the fields of a request for sending.</summary>
    /// <exception cref="DialerException">A field cannot be sent so that the dialer stores its value.</exception>
    internal static ApiRequest Write(ApiRequest request, IReadOnlyList<FieldVerdict> verdicts)
    {
        if (verdicts.Count == 0 || request.TextHandling == TextHandling.AsIs)
        {
            return request;
        }

        foreach (FieldVerdict verdict in verdicts)
        {
            if (verdict.Text.Problem is { } problem)
            {
                throw problem;
            }

            if (request.TextHandling == TextHandling.Reject && verdict.Text.IsEscaped)
            {
                throw new DialerException(
                    "UnsafeText",
                    DialerErrorKind.InvalidArgument,
                    $"The dialer treats {TextRules.Name(verdict.Text.Value, verdict.Text.EscapedAt)} in "
                        + $"{request.Labels.Find(verdict.Field)} as part of its SQL statement."
                );
            }
        }

        return request.CopyWith(verdicts.ToDictionary(static verdict => verdict.Field, static verdict => verdict.Text.Sent));
    }

    /// <summary>Whether a value is a special word of the dialer, such as <c>---ALL---</c>, and not text.</summary>
    private static bool IsWordOfTheDialer(ApiParameter? parameter, string value) =>
        value.Length == 0
        || (parameter is not null && ((value == ApiRequest.BlankToken && parameter.ClearsByToken) || parameter.Allowed.Contains(value)));

    /// <summary>
    /// Finds the custom field that a value would empty. Newer releases search the decoded body, including values, for the labels of custom fields.
    /// </summary>
    private static string? FindEmptied(ApiRequest request, string value, DialerGeneration generation)
    {
        if (
            value.IndexOf('&') < 0
            || request.Function.Name != "update_lead"
            || request.Find(CustomFieldSwitch) != "Y"
            || (generation.Releases & (DialerReleases.R194 | DialerReleases.R202)) == 0
        )
        {
            return null;
        }

        foreach (Match match in FieldInValue.Matches(value))
        {
            string label = match.Groups[1].Value;
            if (request.CustomLabels is not { } known || known.Contains(label, StringComparer.OrdinalIgnoreCase))
            {
                return label;
            }
        }

        return null;
    }
}
