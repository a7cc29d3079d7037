using System.Collections.Generic;

namespace Vicidial.Client.Wire.Forms;

/// <summary>The values behind a message, by the names that the catalog gives them.</summary>
internal static class ValuesForm
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        ReplyLine line = answer.Reply.Main is { Kind: ReplyKind.Success or ReplyKind.Notice, Shape: not null } main
            ? main
            : throw answer.NotUnderstood("its message is not a known one");
        yield return new NamedRow(line.Shape!.ValueNames, line.Values);
    }
}
