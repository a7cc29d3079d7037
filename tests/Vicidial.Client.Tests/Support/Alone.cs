using Xunit;

namespace Vicidial.Client.Tests.Support;

/// <summary>Tests that measure the memory of the process, to which others that run at the same time would add theirs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
