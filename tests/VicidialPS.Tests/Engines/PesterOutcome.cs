namespace VicidialPS.Tests.Engines;

/// <summary>How one Pester test ended.</summary>
/// <param name="Name">Its file and its names from the outermost block to its own.</param>
/// <param name="Result">Passed, Failed, Skipped, or NotRun.</param>
/// <param name="Message">What failed, or why it was skipped.</param>
internal sealed record PesterOutcome(string Name, string Result, string Message);
