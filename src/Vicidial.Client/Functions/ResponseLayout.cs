namespace Vicidial.Client.Functions;

/// <summary>How the answer of an API function is laid out; each form has one reader in <c>Wire/Layouts</c>.</summary>
public enum ResponseLayout
{
    /// <summary>A message only, or rows that nobody has described.</summary>
    None,

    /// <summary>Rows under a row of names.</summary>
    Table,

    /// <summary>Rows without names: the catalog's columns, in order.</summary>
    Rows,

    /// <summary>Keys that were searched for, each with the numbers of what has them.</summary>
    Matches,

    /// <summary>Records of <c>name =&gt; value</c> lines.</summary>
    Blocks,

    /// <summary>A web page to pick from.</summary>
    Picker,

    /// <summary>One record of <c>name: value</c> lines.</summary>
    Lines,

    /// <summary>One line of <c>NAME: value</c> parts.</summary>
    Parts,

    /// <summary>A bare value.</summary>
    Text,

    /// <summary>A bare address, or a page that leads to one.</summary>
    Address,

    /// <summary>The values behind a message.</summary>
    Values,

    /// <summary>Requests by hour and by status, each in one column.</summary>
    Hours,

    /// <summary>Requests by status in columns, with a line of totals.</summary>
    Dispositions,

    /// <summary>The results of several checks in one line.</summary>
    Checks,
}
