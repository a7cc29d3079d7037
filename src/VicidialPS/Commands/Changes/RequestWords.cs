using Vicidial.Client.Requests;
using Vicidial.Client.Wire;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Changes;

/// <summary>Describes in words what a request contains, with the names that the user types.</summary>
internal static class RequestWords
{
    // A question fits on one line: a long comment is cut.
    private const int LongestWord = 60;

    /// <summary>Describes the values of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="plan">What its cmdlet declares.</param>
    /// <param name="bound">The parameters that the user gave.</param>
    /// <param name="isDescribed">Whether another text already contains the value of a field.</param>
    public static string Describe(
        ApiRequest request,
        CommandPlan plan,
        IReadOnlyDictionary<string, object> bound,
        Func<ParameterField, bool> isDescribed
    )
    {
        var words = new List<string>();
        foreach (KeyValuePair<string, string> field in request.Fields)
        {
            ParameterField[] filling = plan.Fields.Where(one => one.WireName == field.Key).ToArray();
            string? name = filling.Length > 0
                ? (filling.FirstOrDefault(one => bound.ContainsKey(one.ParameterName)) ?? filling[0]).ParameterName
                : request.Function.FindParameter(field.Key) is null ? field.Key : null;
            if (name is null || filling.Any(isDescribed) || plan.GetAllFixed().Any(one => one.Name == field.Key && one.Value == field.Value))
            {
                continue;
            }

            // Masked before it is cut, because half of a password is also a secret.
            string shown = Redactor.ShowValue(field.Key, field.Value);
            string value = shown.Length == 0 || field.Value == ApiRequest.BlankToken ? "(empty)"
                : shown.Length > LongestWord ? shown.Substring(0, LongestWord) + "…" : shown;
            words.Add($"{name} = {value}");
        }

        return string.Join(", ", words);
    }
}
