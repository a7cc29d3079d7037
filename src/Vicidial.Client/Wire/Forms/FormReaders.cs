using System;
using System.Collections.Generic;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Wire.Forms;

/// <summary>Which reader takes an answer apart. Tables are not here: they are read as they come.</summary>
internal static class FormReaders
{
    private static readonly Dictionary<ReplyForm, Func<Answer, IEnumerable<NamedRow>>> ByForm = new()
    {
        [ReplyForm.Rows] = RowsForm.Read,
        [ReplyForm.Matches] = MatchesForm.Read,
        [ReplyForm.Blocks] = BlocksForm.Read,
        [ReplyForm.Picker] = PickerForm.Read,
        [ReplyForm.Lines] = LinesForm.Read,
        [ReplyForm.Parts] = PartsForm.Read,
        [ReplyForm.Text] = TextForm.Read,
        [ReplyForm.Address] = AddressForm.Read,
        [ReplyForm.Values] = ValuesForm.Read,
        [ReplyForm.Hours] = HoursForm.Read,
        [ReplyForm.Dispositions] = DispositionsForm.Read,
        [ReplyForm.Checks] = ChecksForm.Read,
    };

    /// <summary>The reader of a form, or null where answers of this form are read as they come.</summary>
    public static Func<Answer, IEnumerable<NamedRow>>? Find(ReplyForm form) => ByForm.TryGetValue(form, out Func<Answer, IEnumerable<NamedRow>>? reader) ? reader : null;
}
