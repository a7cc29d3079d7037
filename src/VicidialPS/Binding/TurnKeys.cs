using System.Reflection;
using Vicidial.Client.Requests;

namespace VicidialPS.Binding;

/// <summary>Finds the thing that a request changes, by the <see cref="TurnKeyAttribute"/> of its cmdlet.</summary>
internal sealed class TurnKeys
{
    private const string WholeDialer = "*";
    private readonly ParameterField[][] _keys;
    private readonly bool _isWholeDialer;

    public TurnKeys(Type command, CommandPlan plan)
    {
        string[][] declared = command.GetCustomAttributes<TurnKeyAttribute>().Select(static key => key.Parameters).ToArray();
        _isWholeDialer = declared.Any(static key => key.Length == 0);
        if (declared.Length == 0 && command.GetCustomAttribute<BulkAttribute>() is { } bulk)
        {
            declared = [[bulk.Key]];
        }

        IEnumerable<ParameterField[]> keys = declared.Length > 0
            ? declared.Select(key => key.SelectMany(plan.FindByParameter).ToArray())
            : [plan.Fields.Where(static field => field.IsIdentity).ToArray()];
        _keys = keys.Where(static key => key.Length > 0).ToArray();
    }

    /// <summary>The things that a request changes; empty if it names none.</summary>
    public IReadOnlyList<string> Find(ApiRequest request)
    {
        if (_keys.Length == 1 && _keys[0].Length == 1)
        {
            return Find(_keys[0][0], request);
        }

        return _isWholeDialer ? [WholeDialer] : _keys.SelectMany(key => key.Length == 1 ? Find(key[0], request) : Join(key, request)).ToArray();
    }

    private static string[] Join(ParameterField[] key, ApiRequest request)
    {
        string joined = string.Join("\n", key.Select(field => request.Find(field.WireName)));
        return joined.Length < key.Length ? [] : [joined];
    }

    // Several values in one request are separate things.
    private static string[] Find(ParameterField field, ApiRequest request) =>
        request.Find(field.WireName) is not { Length: > 0 } value ? []
        : field.TakesSeveral ? value.Split([','], StringSplitOptions.RemoveEmptyEntries)
        : [value];
}
