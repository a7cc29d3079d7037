using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;

namespace VicidialPS.Commands.Lists;

/// <summary>The choices of a custom field, as far as the dialer can be told them.</summary>
internal static class CustomFieldChoice
{
    private const string Field = "field_options";

    /// <summary>Refuses several choices: they stand in lines of their own, and the dialer would make one line of them.</summary>
    /// <exception cref="DialerException">There are several lines.</exception>
    public static void RefuseLines(ApiRequest request)
    {
        if (request.Find(Field) is { } choices && choices.IndexOfAny(['\r', '\n']) >= 0)
        {
            throw new DialerException(
                "InvalidFieldOption",
                DialerErrorKind.InvalidArgument,
                "FieldOption has several lines, and the dialer drops line breaks: it would make one choice of all. Several choices can be made on "
                    + "the dialer's own page, or copied from a list that has them: Set-VicidialList -CustomFieldSourceListId."
            );
        }
    }
}
