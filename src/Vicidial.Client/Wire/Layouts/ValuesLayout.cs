using Vicidial.Client.Functions;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Wire.Layouts;

/// <summary>The values after a message, with the names that the catalog gives them.</summary>
internal static class ValuesLayout
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        ResponseLine line = answer.Response.Main is { Kind: ResponseKind.Success or ResponseKind.Notice, Shape: not null } main
            ? main
            : throw answer.NotUnderstood("its message is unknown");
        yield return new NamedRow(line.Shape!.ValueNames, line.Values);
    }
}
