namespace Vicidial.Client.Functions;

/// <summary>The layout of an API function's response. Each layout has one reader in <c>Wire/Layouts</c>.</summary>
public enum ResponseLayout
{
    /// <summary>Only a message, or rows in an unknown form.</summary>
    None,

    /// <summary>Rows under a row of names.</summary>
    Table,

    /// <summary>Rows without names: the catalog's columns, in order.</summary>
    Rows,

    /// <summary>Keys of a search, each with the IDs of what was found.</summary>
    Matches,

    /// <summary>Records of <c>name =&gt; value</c> lines.</summary>
    Blocks,

    /// <summary>A web page with a selection.</summary>
    Picker,

    /// <summary>One record of <c>name: value</c> lines.</summary>
    Lines,

    /// <summary>One line of <c>NAME: value</c> parts.</summary>
    Parts,

    /// <summary>A bare value.</summary>
    Text,

    /// <summary>A bare address, or a page that leads to one.</summary>
    Address,

    /// <summary>The values after a message.</summary>
    Values,

    /// <summary>Requests by hour and by status, each in one column.</summary>
    Hours,

    /// <summary>Requests by status in columns, with a line of totals.</summary>
    Dispositions,

    /// <summary>The results of several checks in one line.</summary>
    Checks,
}
