using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>Copies the custom fields of one list to another.</summary>
internal sealed class CustomFieldCopy
{
    private const string Append = "APPEND";

    private readonly LeadList _target;
    private readonly LeadList? _source;

    private CustomFieldCopy(LeadList target, LeadList? source, string method, string? complaint)
    {
        _target = target;
        _source = source;
        Method = method;
        Complaint = complaint;
    }

    /// <summary>APPEND, UPDATE or REPLACE.</summary>
    public string Method { get; }

    /// <summary>Why the fields cannot be copied, or null.</summary>
    public string? Complaint { get; }

    /// <summary>Whether there is something to copy.</summary>
    public bool IsWanted => _source is not null;

    public static CustomFieldCopy Read(FunctionContext context, LeadList target)
    {
        string method = context.Text("custom_copy_method", CharacterFilter.Id) is "UPDATE" or "REPLACE"
            ? context.Text("custom_copy_method", CharacterFilter.Id)
            : Append;
        string from = context.World.Generation.Has("2.14-194") ? context.Text("custom_fields_copy", CharacterFilter.Digits) : string.Empty;
        if (from.Length == 0)
        {
            return new CustomFieldCopy(target, null, method, null);
        }

        LeadList? source = context.World.FindList(FunctionContext.Integer(from));
        string? complaint = source is null ? "CUSTOM FIELDS LIST ID TO COPY FROM DOES NOT EXIST"
            : source.CustomFields is null or { Count: 0 } ? "CUSTOM FIELDS LIST ID TO COPY FROM HAS NO CUSTOM FIELDS"
            : !context.Caller.ModifyCustomFields ? "USER DOES NOT HAVE PERMISSION TO MODIFY CUSTOM FIELDS"
            : null;
        return complaint is null
            ? new CustomFieldCopy(target, source, method, null)
            : new CustomFieldCopy(
                target, null, method, $"{complaint}, THIS IS AN OPTIONAL FIELD: |{context.CallerName}|{FunctionContext.Number(target.Id)}|{from}|0");
    }

    public void Apply()
    {
        if (_source?.CustomFields is not { } labels)
        {
            return;
        }

        IReadOnlyList<string> own = _target.CustomFields ?? [];
        _target.CustomFields = Method switch
        {
            "REPLACE" => [.. labels],
            Append => [.. own, .. labels.Except(own)],
            _ => own,
        };
        foreach (string label in Method switch { "REPLACE" => labels, Append => labels.Except(own), _ => labels.Intersect(own) })
        {
            Copy(label, _source.CustomFieldTypes, _target.CustomFieldTypes);
            Copy(label, _source.CustomFieldOptions, _target.CustomFieldOptions);
            Copy(label, _source.CustomFieldLengths, _target.CustomFieldLengths);
        }
    }

    private static void Copy<T>(string label, IDictionary<string, T> from, IDictionary<string, T> to)
    {
        if (from.TryGetValue(label, out T? value))
        {
            to[label] = value;
        }
    }
}
