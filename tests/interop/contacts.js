// SPDX-License-Identifier: Apache-2.0
// The steps of scenario.js for contacts, block lists and presence: what the vendor's SDK does, and what it is told.
window.contactSteps = ({ signedIn, rest, refusal, expect, sleep, text }) => {
    const names = (answer) => answer.data.map((entry) => entry.userId).sort().join();
    const eventFrom = async (conn, name, from, count = 1) => {
        const { value } = await conn.next(name, count);
        expect(value.from === from, `${name}: ${JSON.stringify(value)}`);
        return value;
    };
    return {
        'an invitation is accepted': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            await alice.addContact('bob', 'it is me, ünï');
            const invited = await eventFrom(bob, 'onContactInvited', 'alice');
            expect(invited.type === 'subscribe' && invited.to === 'bob' && invited.status === 'it is me, ünï', JSON.stringify(invited));
            expect(names(await alice.getAllContacts()) === '', 'a contact before the answer');
            await bob.acceptContactInvite('alice');
            const agreed = await eventFrom(alice, 'onContactAgreed', 'bob');
            expect(agreed.type === 'subscribed', JSON.stringify(agreed));
            await eventFrom(alice, 'onContactAdded', 'bob');
            await eventFrom(bob, 'onContactAdded', 'alice');
            expect((await bob.getContacts()).data.join() === 'alice', 'not in the list of bob');
            await refusal(bob.acceptContactInvite('alice'));
        },
        'remarks and pages': async () => {
            const alice = await signedIn('alice');
            await rest('POST', '/users/alice/contacts/users/carol');
            await eventFrom(alice, 'onContactAdded', 'carol');
            await alice.setContactRemark({ userId: 'bob', remark: 'dear' });
            const all = await alice.getAllContacts();
            expect(names(all) === 'bob,carol', JSON.stringify(all.data));
            expect(all.data.find((entry) => entry.userId === 'bob').remark === 'dear', 'no remark');
            const first = (await alice.getContactsWithCursor({ pageSize: 1 })).data;
            expect(first.contacts.length === 1 && first.contacts[0].userId === 'carol' && first.cursor, JSON.stringify(first));
            const last = (await alice.getContactsWithCursor({ pageSize: 1, cursor: first.cursor })).data;
            expect(last.contacts[0].userId === 'bob' && last.contacts[0].remark === 'dear' && last.cursor === '', JSON.stringify(last));
            await refusal(alice.setContactRemark({ userId: 'dave', remark: 'a stranger' }));
        },
        'a contact is deleted': async () => {
            const bob = await signedIn('bob');
            const alice = await signedIn('alice');
            await alice.deleteContact('bob');
            expect((await eventFrom(bob, 'onContactDeleted', 'alice')).type === 'unsubscribed', 'another type');
            expect((await bob.getContacts()).data.length === 0, 'still in the list');
            expect(alice.all('onContactDeleted').length === 0, 'told of the own deed');
            await rest('DELETE', '/users/alice/contacts/users/carol');
            await eventFrom(alice, 'onContactDeleted', 'carol');
        },
        'an invitation waits, and is declined': async () => {
            const alice = await signedIn('alice');
            await alice.addContact('carol', 'hello?');
            const carol = await signedIn('carol');
            expect((await eventFrom(carol, 'onContactInvited', 'alice')).status === 'hello?', 'without the words');
            await carol.declineContactInvite('alice');
            await eventFrom(alice, 'onContactRefuse', 'carol');
            expect((await alice.getContacts()).data.length === 0, 'a contact nevertheless');
            const unknown = await refusal(alice.addContact('nobody', 'x'));
            expect(unknown.type !== undefined, JSON.stringify(unknown));
        },
        'a block list is in force': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const added = await alice.addUsersToBlocklist({ name: ['bob', 'carol'] });
            expect(added.data.userIds.join() === 'bob,carol', JSON.stringify(added));
            expect((await alice.getBlocklist()).data.sort().join() === 'bob,carol', 'not on the list');
            const blocked = await refusal(bob.send(text('alice', 'let me in')));
            expect(blocked.type === 603 && blocked.message === 'blocked', JSON.stringify(blocked));
            await alice.send(text('bob', 'I may'));
            await bob.next('onTextMessage');
            await alice.removeUserFromBlocklist({ name: ['bob', 'carol'] });
            await bob.send(text('alice', 'thanks'));
            expect((await alice.next('onTextMessage')).value.msg === 'thanks', 'still blocked');
            expect((await alice.getBlocklist()).data.length === 0, 'still on the list');
        },
        'presence is published, followed and left': async () => {
            const alice = await signedIn('alice');
            const subscribed = (await alice.subscribePresence({ usernames: ['bob'], expiry: 600 })).data.result;
            expect(subscribed[0].uid === 'bob' && Number(subscribed[0].expiry) * 1000 > Date.now(), JSON.stringify(subscribed));
            const change = async (count) => (await alice.next('onPresenceStatusChange', count)).value[0];
            const bob = await signedIn('bob');
            const online = await change(1);
            expect(online.userId === 'bob' && online.statusDetails.length === 1 && online.statusDetails[0].status === 1
                && online.statusDetails[0].device === bob.clientResource, JSON.stringify(online));
            await bob.publishPresence({ description: 'in a café\n☕' });
            const busy = await change(2);
            expect(busy.ext === 'in a café\n☕' && Math.abs(busy.lastTime * 1000 - Date.now()) < 10_000, JSON.stringify(busy));
            expect((await alice.getPresenceStatus({ usernames: ['bob'] })).data.result[0].ext === 'in a café\n☕', 'not to be asked for');
            const list = (await alice.getSubscribedPresenceList({ pageNum: 1, pageSize: 10 })).data.result;
            expect(list.totalnum === '1' && list.sublist[0].uid === 'bob', JSON.stringify(list));
            bob.close();
            const offline = await change(3);
            expect(offline.statusDetails[0].status === 0, JSON.stringify(offline));
            await alice.unsubscribePresence({ usernames: ['bob'] });
            const again = await signedIn('bob');
            await again.publishPresence({ description: 'unheard' });
            await sleep(300);
            expect(alice.all('onPresenceStatusChange').length === 3, 'told although it has left');
        },
    };
};
