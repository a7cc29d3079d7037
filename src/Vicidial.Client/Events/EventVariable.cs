namespace Vicidial.Client.Events;

/// <summary>A variable that a dialer replaces in the URL of an event.</summary>
public sealed class EventVariable
{
    internal EventVariable(string name, string meaning, EventEncoding encoding, string since)
    {
        Name = name;
        Meaning = meaning;
        Encoding = encoding;
        Since = since;
    }

    /// <summary>The name, such as <c>lead_id</c>. In a URL, it is written <c>--A--lead_id--B--</c>.</summary>
    public string Name { get; }

    /// <summary>The meaning of the value.</summary>
    public string Meaning { get; }

    /// <summary>How the sender of this kind of event writes the value.</summary>
    public EventEncoding Encoding { get; }

    /// <summary>The first release that has it, such as <c>2.14-194</c>.</summary>
    public string Since { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
