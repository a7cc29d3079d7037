using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Settings;

/// <summary>An optional field of a function that changes a record of the settings.</summary>
internal sealed class SettingField<T>
    where T : SettingsRecord
{
    private const string Blank = "--BLANK--";

    private readonly CharacterFilter _keep;
    private readonly string _complaint;
    private readonly Func<FunctionContext, string, bool> _isValid;

    public SettingField(string name, CharacterFilter keep, string complaint = "", Func<FunctionContext, string, bool>? isValid = null)
    {
        Name = name;
        _keep = keep;
        _complaint = complaint;
        _isValid = isValid ?? ((_, _) => true);
        Set = (record, value) => record.Columns[name] = value;
    }

    public string Name { get; }

    /// <summary>Stores the value; by default, in a column that nothing reads.</summary>
    public Action<T, string> Set { get; init; }

    /// <summary>The release that the field came with.</summary>
    public string Since { get; init; } = "2.4-27";

    /// <summary>The width of the column. Longer values are silently cut.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>The quotation mark around the text in the dialer's statement, if the filter keeps it; or null.</summary>
    public char? Quote { get; init; }

    /// <summary>Whether the word for blank empties the column.</summary>
    public bool TakesBlank { get; init; }

    /// <summary>Whether an invalid value is silently left out.</summary>
    public bool IsLenient { get; init; }

    /// <summary>Whether the field is only checked here, and changed elsewhere.</summary>
    public bool OnlyChecks { get; init; }

    /// <summary>Whether the error says that the field is optional.</summary>
    public bool SaysOptional { get; init; } = true;

    /// <summary>The function that the error names; by default, the current one.</summary>
    public string? ComplainsAs { get; init; }

    /// <summary>What the error repeats; by default, the value.</summary>
    public Func<FunctionContext, string, string> Echo { get; init; } = (_, value) => value;

    public static SettingField<T> Length(string name, CharacterFilter keep, int min, int max, string complaint) =>
        new(name, keep, complaint, (_, value) => value.Length >= min && value.Length <= max);

    public static SettingField<T> OneOf(string name, CharacterFilter keep, string complaint, params string[] values) =>
        new(name, keep, complaint, (_, value) => Array.IndexOf(values, value) >= 0);

    /// <summary>Reads the field.</summary>
    /// <param name="context">The request.</param>
    /// <param name="change">The change, or null if the field changes nothing.</param>
    /// <returns>False if the value is rejected, with an error in the response.</returns>
    public bool Read(FunctionContext context, out Action<T>? change)
    {
        change = null;
        string sent = context.World.Generation.Has(Since) ? context.Text(Name, _keep) : string.Empty;
        if (sent.Length == 0)
        {
            return true;
        }

        bool isBlank = TakesBlank && sent == Blank;
        if (!isBlank && !_isValid(context, sent))
        {
            if (!IsLenient)
            {
                string note = SaysOptional ? ", THIS IS AN OPTIONAL FIELD" : string.Empty;
                context.Response.Line($"ERROR: {ComplainsAs ?? context.Function} {_complaint}{note}: |", context.CallerName, Echo(context, sent));
            }

            return IsLenient;
        }

        if (OnlyChecks)
        {
            return true;
        }

        if (isBlank || Quote is null || SqlStatement.Literal(sent, Quote.Value) is string)
        {
            string stored = isBlank ? string.Empty : Quote is null ? sent : SqlStatement.Literal(sent, Quote.Value)!;
            int width = context.Width(Name, MaxLength);
            change = record => Set(record, stored.Length <= width ? stored : stored.Substring(0, width));
        }
        else
        {
            context.RefuseStatement();
        }

        return true;
    }
}
