using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Pickers;

/// <summary>A function that returns a selection page of the admin screens, which fills a field of a form.</summary>
internal abstract class Picker(string name, string since) : DialerFunction(DialerApi.NonAgent, name, since)
{
    protected const string Text = "<font size=2 face=\"Arial,Helvetica\">";
    protected const string SmallText = "<font size=1 face=\"Arial,Helvetica\">";
    private const int LongestField = 255;

    private const string Top =
        "\n<HTML><head><title>NON-AGENT API</title>\n<script language=\"Javascript\">\n"
        + "function choose_file(filename,fieldname)\n\t{\n\tif (filename.length > 0)\n\t\t{\n"
        + "\t\tparent.document.getElementById(fieldname).value = filename;\n"
        + "\t\tdocument.getElementById(\"selectframe\").innerHTML = '';\n"
        + "\t\tdocument.getElementById(\"selectframe\").style.visibility = 'hidden';\n"
        + "\t\tparent.close_chooser();\n\t\t}\n\t}\n"
        + "function close_file()\n\t{\n"
        + "\tdocument.getElementById(\"selectframe\").innerHTML = '';\n"
        + "\tdocument.getElementById(\"selectframe\").style.visibility = 'hidden';\n"
        + "\tparent.close_chooser();\n\t}\n</script>\n</head>\n\n<body>\n"
        + "<a href=\"javascript:close_file();\"><font size=1 face=\"Arial,Helvetica\">close frame</font></a>\n"
        + "<div id='selectframe' style=\"height:400px;width:710px;overflow:scroll;\">\n"
        + "<table border=0 cellpadding=1 cellspacing=2 width=690 bgcolor=white><tr>\n";

    private const string Bottom = "</table></div></body></HTML>\n";

    public sealed override bool NeedsSource => false;

    /// <summary>The name of the form field that gets the value.</summary>
    protected static string Field(FunctionContext context) => context.Text("comments", CharacterFilter.FreeText, LongestField);

    protected static void WriteTop(FunctionContext context, params string[] headings)
    {
        context.Response.Write(Top);
        foreach (string heading in headings)
        {
            context.Response.Write(heading).Write('\n');
        }

        context.Response.Write("</tr>\n");
    }

    protected static void WriteBottom(FunctionContext context) => context.Response.Write(Bottom);

    /// <summary>The start of a row. Rows have two alternating colors.</summary>
    protected static ResponseWriter StartRow(ResponseWriter response, int number) =>
        response.Write("<tr bgcolor=\"#").Write(number % 2 == 0 ? "F6F6F6" : "E6E6E6").Write("\">");

    /// <summary>A link that selects a value.</summary>
    protected static ResponseWriter WriteLink(FunctionContext context, string value, string font, string shown) =>
        context.Response.Write($"<a href=\"javascript:choose_file('{value}','{Field(context)}');\">{font}{shown}</a></td>\n");
}
