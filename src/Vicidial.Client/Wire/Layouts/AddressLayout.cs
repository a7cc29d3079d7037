using System.Text.RegularExpressions;

namespace Vicidial.Client.Wire.Layouts;

/// <summary>A bare address, or a page that leads a browser to one.</summary>
internal static class AddressLayout
{
    private static readonly Regex Refresh = new(
        @"HTTP-EQUIV=Refresh\s+CONTENT=""\d+;\s*URL=(?<url>[^""]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string address = answer.Text.Trim();
        if (address.IndexOf('<') >= 0)
        {
            address = Refresh.Match(address) is { Success: true } page
                ? page.Groups["url"].Value
                : throw answer.NotUnderstood("the page does not contain an address");
        }

        if (address.Length > 0)
        {
            yield return new NamedRow([answer.Function.Columns[0].Name], [address]);
        }
    }
}
