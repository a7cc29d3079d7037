using Vicidial.Client.Functions;

namespace Vicidial.Client.Wire.Layouts;

/// <summary>The readers of the layouts. Tables are not here, because they are streamed.</summary>
internal static class LayoutReaders
{
    private static readonly Dictionary<ResponseLayout, Func<Answer, IEnumerable<NamedRow>>> ByLayout = new()
    {
        [ResponseLayout.Rows] = RowsLayout.Read,
        [ResponseLayout.Matches] = MatchesLayout.Read,
        [ResponseLayout.Blocks] = BlocksLayout.Read,
        [ResponseLayout.Picker] = PickerLayout.Read,
        [ResponseLayout.Lines] = LinesLayout.Read,
        [ResponseLayout.Parts] = PartsLayout.Read,
        [ResponseLayout.Text] = TextLayout.Read,
        [ResponseLayout.Address] = AddressLayout.Read,
        [ResponseLayout.Values] = ValuesLayout.Read,
        [ResponseLayout.Hours] = HoursLayout.Read,
        [ResponseLayout.Dispositions] = DispositionsLayout.Read,
        [ResponseLayout.Checks] = ChecksLayout.Read,
    };

    /// <summary>The reader of a layout, or null if responses with this layout are streamed.</summary>
    public static Func<Answer, IEnumerable<NamedRow>>? Find(ResponseLayout form) =>
        ByLayout.TryGetValue(form, out Func<Answer, IEnumerable<NamedRow>>? reader) ? reader : null;
}
