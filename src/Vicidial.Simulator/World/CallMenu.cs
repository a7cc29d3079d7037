namespace Vicidial.Simulator.World;

/// <summary>A menu that a caller goes through with the keys of the phone.</summary>
/// <param name="id">The menu's ID.</param>
/// <param name="name">Its name.</param>
public sealed class CallMenu(string id, string name) : DialerRecord(id, name);
