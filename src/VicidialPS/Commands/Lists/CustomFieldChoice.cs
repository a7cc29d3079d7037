using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Commands.Lists;

/// <summary>Checks the options of a custom field.</summary>
internal static class CustomFieldChoice
{
    /// <summary>Rejects several options: they need a line each, and the dialer drops line breaks.</summary>
    /// <exception cref="DialerException">There are several lines.</exception>
    public static void RefuseLines(string? choices)
    {
        if (choices?.IndexOfAny(['\r', '\n']) >= 0)
        {
            throw new DialerException(
                "InvalidFieldOption",
                DialerErrorKind.InvalidArgument,
                "-FieldOption has several lines, but the dialer drops line breaks and would store one option. Set several options on the dialer's "
                + "admin page, or copy them from another list with Set-VicidialList -CustomFieldSourceListId."
            );
        }
    }
}
