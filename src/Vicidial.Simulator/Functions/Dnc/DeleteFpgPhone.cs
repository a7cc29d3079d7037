namespace Vicidial.Simulator.Functions.Dnc;

/// <summary>The function <c>delete_fpg_phone</c>.</summary>
internal sealed class DeleteFpgPhone() : FilterPhoneFunction("delete_fpg_phone", adds: false);
