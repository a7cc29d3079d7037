using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The lead table of the dialer's database. Values are put between quotes and not escaped.</summary>
internal static class LeadTable
{
    /// <summary>The database's result for a statement that it rejects.</summary>
    public const int Refused = -1;

    /// <summary>The quote that a release puts around texts.</summary>
    public static char Quote(FunctionContext context) => context.World.Generation.Has("2.14-107") ? '"' : '\'';

    /// <summary>Adds a lead.</summary>
    /// <param name="context">The request.</param>
    /// <param name="set">The part of the statement that writes columns.</param>
    /// <returns>The lead, or null if the database rejects the statement.</returns>
    public static Lead? Insert(FunctionContext context, string set)
    {
        if (SqlStatement.Insert(set) is not SqlStatement statement || context.Meets(FaultKind.LeadTableFull))
        {
            context.RefuseStatement();
            return null;
        }

        var lead = new Lead { EntryDate = context.Now, LastLocalCallTime = context.Now };
        Write(lead, statement);
        return context.World.Leads.Add(lead);
    }

    /// <summary>Changes a lead, and others if a text removed the condition.</summary>
    /// <param name="context">The request.</param>
    /// <param name="table">The active leads or the archived ones.</param>
    /// <param name="lead">The lead to change.</param>
    /// <param name="values">The columns in the order of the statement, with the texts for them.</param>
    /// <returns>How many leads changed, or <see cref="Refused"/>.</returns>
    public static int Update(FunctionContext context, LeadStore table, Lead lead, IEnumerable<KeyValuePair<string, string>> values)
    {
        if (SqlStatement.Update(SqlStatement.Set(values, Quote(context))) is not SqlStatement statement)
        {
            context.RefuseStatement();
            return Refused;
        }

        Lead[] meant = statement.IsForAll ? [.. table.All]
            : statement.Condition is SqlCondition condition ? [.. table.All.Where(one => condition.Holds(LeadColumns.Value(one, condition.Column)))]
            : [lead];
        return meant.Count(one => Change(table, one, statement));
    }

    private static bool Change(LeadStore table, Lead lead, SqlStatement statement)
    {
        string[] before = LeadColumns.Values(lead);
        table.Change(lead, changed => Write(changed, statement));
        return !before.SequenceEqual(LeadColumns.Values(lead));
    }

    private static void Write(Lead lead, SqlStatement statement)
    {
        foreach (KeyValuePair<string, string> value in statement.Values)
        {
            LeadColumn.Find(value.Key)?.Set(lead, value.Value);
        }
    }
}
