namespace Vicidial.Simulator.Functions.Dnc;

/// <summary>The function <c>add_fpg_phone</c>.</summary>
internal sealed class AddFpgPhone() : FilterPhoneFunction("add_fpg_phone", adds: true);
