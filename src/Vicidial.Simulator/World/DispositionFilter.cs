namespace Vicidial.Simulator.World;

/// <summary>A line of a settings container that replaces a value in the URLs of dispositions.</summary>
/// <param name="ContainerId">The container, which a URL names with dispo_filter_container.</param>
/// <param name="Field">The variable.</param>
/// <param name="Value">The value to replace; it can be empty.</param>
/// <param name="Replacement">The text to send. It is not encoded.</param>
public sealed record DispositionFilter(string ContainerId, string Field, string Value, string Replacement);
