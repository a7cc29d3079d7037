using System.Text.RegularExpressions;

namespace Vicidial.Client.Recovery;

/// <summary>The marker that identifies a row of a load on the dialer. It contains the IDs of the load and the row.</summary>
public static class RowMarker
{
    private static readonly Regex Form = new(@"^L[0-9a-f]{8}R[1-9][0-9]*\z", RegexOptions.CultureInvariant);

    /// <summary>Creates the marker of a row.</summary>
    /// <param name="loadId">The eight digits that identify the load.</param>
    /// <param name="row">The number of the row.</param>
    public static string Make(string loadId, long row) => string.Format(CultureInfo.InvariantCulture, "L{0}R{1}", loadId, row);

    /// <summary>Whether a text is the marker of a row of any load.</summary>
    internal static bool Is(string text) => Form.IsMatch(text);
}
