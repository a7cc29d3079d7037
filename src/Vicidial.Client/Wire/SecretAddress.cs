using System.Text.RegularExpressions;

namespace Vicidial.Client.Wire;

/// <summary>An address whose parameters may be a login. Their values are masked when the address is shown, exported, or written to a log.</summary>
public sealed class SecretAddress
{
    private static readonly Regex Values = new(@"(?<=[?&;][^=&;#]*=)[^&;#]+|(?<=#).+", RegexOptions.CultureInvariant);
    private readonly string _address;

    internal SecretAddress(string address) => _address = address;

    /// <summary>The whole address, for the program that opens it.</summary>
    /// <remarks>A method and not a property, so that it does not become a column of a CSV or appear in a view.</remarks>
    public Uri Reveal() => new(_address, UriKind.RelativeOrAbsolute);

    /// <summary>The address with its values masked, including a login before the host.</summary>
    public override string ToString() =>
        Values.Replace(Regex.Replace(_address, "//[^/@]*@", $"//{Redactor.Mask}@", RegexOptions.CultureInvariant), Redactor.Mask);
}
