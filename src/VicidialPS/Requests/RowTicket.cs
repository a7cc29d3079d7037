namespace VicidialPS.Requests;

/// <summary>Lets one row, or several that go out together, through the rest of the gate.</summary>
internal class RowTicket
{
    /// <summary>The ticket of a row of which nothing is kept.</summary>
    public static RowTicket Plain { get; } = new();

    /// <summary>How many rows it is for.</summary>
    public virtual int Count => 1;
}
