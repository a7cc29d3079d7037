namespace VicidialPS.Requests;

/// <summary>Identifies one row, or several rows in one request, for the gate.</summary>
internal class RowTicket
{
    /// <summary>The ticket of rows without records.</summary>
    public static RowTicket Plain { get; } = new();

    /// <summary>The number of rows.</summary>
    public virtual int Count => 1;
}
