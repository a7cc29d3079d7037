using System.Collections.Generic;

namespace Vicidial.Client.Wire.Forms;

/// <summary>A bare value, which may be empty and may have line breaks.</summary>
internal static class TextForm
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        yield return new NamedRow(answer.ColumnNames, [answer.Text]);
    }
}
