using Vicidial.Client.Leads;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>Updates what is known about the custom fields of lists when their definitions change.</summary>
public static class CustomFieldDefinition
{
    private const string ListField = "list_id";

    /// <summary>Sends a change of one field. What was known about the field no longer applies, whatever the outcome of the change.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends the request.</param>
    public static async Task<object?> ChangeAsync(DialerClient client, ApiRequest request, Func<Task<object?>> send)
    {
        CustomFieldLimits limits = CustomFieldLimits.Of(client);
        string list = request.Find(ListField) ?? string.Empty;
        string label = request.Find("field_label") ?? string.Empty;
        limits.Forget(list, label);
        object? result = await send().ConfigureAwait(false);
        string? type = (result as CustomFieldChange)?.FieldType;
        int? maximum = int.TryParse(request.Find("field_max"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;
        limits.LearnDefinition(list, label, type, maximum, request.Find("field_options"));
        return result;
    }

    /// <summary>Forgets the fields of a list that gets those of another one.</summary>
    /// <param name="client">The dialer.</param>
    /// <param name="request">The request, which may copy fields.</param>
    public static void ForgetCopied(DialerClient client, ApiRequest request)
    {
        if (request.Find("custom_fields_copy") is { Length: > 0 } && request.Find(ListField) is { } list)
        {
            CustomFieldLimits.Of(client).Forget(list);
        }
    }
}
