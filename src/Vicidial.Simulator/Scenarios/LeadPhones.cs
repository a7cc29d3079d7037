namespace Vicidial.Simulator.Scenarios;

/// <summary>The numbers of generated leads: made from the lead's number, in area codes all over North America.</summary>
internal static class LeadPhones
{
    private const int FirstMixed = 1051;
    private const int SecondMixed = 2000;

    /// <summary>
    /// The area code of each lead from <see cref="FirstMixed"/> on, as an index of <see cref="AreaCodes"/>, mixed as in a real list.
    /// </summary>
    private const string First =
        "34567012345670123456701234567012345670123456701234567112342670323254701232537512345606423406707534537012345670"
        + "22345673123456701234567112345650123466701234566411343374121422766232565622341650124456712234566142346657127416"
        + "735234";

    /// <summary>The same from <see cref="SecondMixed"/> on.</summary>
    private const string Second =
        "70545453335210550026053732362747163602020662112530641220501003716670146161353025104062542611662550264526603750"
        + "1711212043";

    private static readonly string[] AreaCodes = ["727", "808", "212", "416", "303", "514", "312", "415"];

    public static string Of(int leadId)
    {
        string exchange = leadId < SecondMixed + Second.Length ? "555" : "556";
        return AreaCodes[Place(leadId)] + exchange + leadId.ToString("0000", CultureInfo.InvariantCulture);
    }

    private static int Place(int leadId)
    {
        if (leadId >= FirstMixed && leadId < FirstMixed + First.Length)
        {
            return First[leadId - FirstMixed] - '0';
        }

        return leadId >= SecondMixed && leadId < SecondMixed + Second.Length
            ? Second[leadId - SecondMixed] - '0'
            : leadId % AreaCodes.Length;
    }
}
