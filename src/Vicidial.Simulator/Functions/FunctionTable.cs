using System;
using System.Collections.Generic;
using Vicidial.Simulator.Functions.Agents;
using Vicidial.Simulator.Functions.Audio;
using Vicidial.Simulator.Functions.Calls;
using Vicidial.Simulator.Functions.Campaigns;
using Vicidial.Simulator.Functions.Dids;
using Vicidial.Simulator.Functions.Dnc;
using Vicidial.Simulator.Functions.InGroups;
using Vicidial.Simulator.Functions.Leads;
using Vicidial.Simulator.Functions.Lists;
using Vicidial.Simulator.Functions.Phones;
using Vicidial.Simulator.Functions.Recordings;
using Vicidial.Simulator.Functions.Screens;
using Vicidial.Simulator.Functions.Servers;
using Vicidial.Simulator.Functions.Users;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>The functions that the simulator knows. This is the one place to enter a new one.</summary>
internal static class FunctionTable
{
    private static readonly DialerFunction[] All =
    [
        new NonAgentVersion(),
        new LoggedInAgents(),
        new AddLead(),
        new LeadAllInfo(),
        new LeadFieldInfo(),
        new LeadSearch(),
        new LeadStatusSearch(),
        new LeadCallbackInfo(),
        new PhoneNumberLog(),
        new RecordingLookup(),
        new DidLogExport(),
        new CallIdInfo(),
        new CccLeadInfo(),
        new AgentStatsExport(),
        new CallStatusStats(),
        new CallDispoReport(),
        new CheckPhoneNumber(),
        new ListInfo(),
        new CampaignsList(),
        new HopperList(),
        new ListCustomFields(),
        new AgentStatus(),
        new AgentCampaigns(),
        new AgentIngroupInfo(),
        new InGroupStatus(),
        new UserDetails(),
        new UserGroupStatus(),
        new CallmenuList(),
        new ContainerList(),
        new IngroupList(),
        new MohList(),
        new SoundsList(),
        new VmList(),
        new UpdateLead(),
        new BatchUpdateLead(),
        new LeadDearchive(),
        new HopperBulkInsert(),
        new AddList(),
        new UpdateList(),
        new UpdateCampaign(),
        new UpdateCidGroupEntry(),
        new UpdatePresets(),
        new UpdateAltUrl(),
        new UpdateLogEntry(),
        new AddDid(),
        new CopyDid(),
        new UpdateDid(),
        new AddPhone(),
        new UpdatePhone(),
        new AddPhoneAlias(),
        new UpdatePhoneAlias(),
        new AddGroupAlias(),
        new ServerRefresh(),
        new BlindMonitor(),
        new UpdateRemoteAgent(),
        new AddUser(),
        new CopyUser(),
        new UpdateUser(),
        new AddDncPhone(),
        new DeleteDncPhone(),
        FilterPhoneFunction.Add(),
        FilterPhoneFunction.Delete(),
        new AgentVersion(),
        new WebServer(),
        new CallAgent(),
        new ExternalPause(),
        new ExternalHangup(),
        new ExternalStatus(),
        new PauseCode(),
        new ExternalDial(),
        new SessionRecordingControl(),
        new ParkCall(),
        new TransferConference(),
        new Logout(),
        new ChangeIngroups(),
        new UpdateFields(),
        new ExternalAddLead(),
        new SetTimerAction(),
        new CrmLogin(),
        new RemoteCallControl(),
        new SendDtmf(),
        new AudioPlayback(),
        new SwitchLead(),
        new PreviewDialAction(),
        new VmMessage(),
        new RefreshPanel(),
        new SendNotification(),
        new FronterLeave(),
        new FronterAudioStop(),
        new CallsInQueueCount(),
        new AgentActiveLead(),
        new WebphoneUrl(),
        .. Coffee.All(),
    ];

    private static readonly Dictionary<string, DialerFunction> NonAgent = Of(DialerApi.NonAgent);
    private static readonly Dictionary<string, DialerFunction> Agent = Of(DialerApi.Agent);

    /// <summary>Finds a function; one that is younger than the release is as unknown as one that never was.</summary>
    public static DialerFunction? Find(DialerApi api, string name, DialerGeneration generation) =>
        (api == DialerApi.Agent ? Agent : NonAgent).TryGetValue(name, out DialerFunction? function) && generation.Has(function.Since)
            ? function
            : null;

    private static Dictionary<string, DialerFunction> Of(DialerApi api)
    {
        var functions = new Dictionary<string, DialerFunction>(StringComparer.Ordinal);
        foreach (DialerFunction function in All)
        {
            if (function.Api == api)
            {
                functions.Add(function.Name, function);
            }
        }

        return functions;
    }
}
